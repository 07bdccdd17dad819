"""A client for Miro's REST API v2 that stands on its own.

Start at `miro_client.client.MiroClient`; what can go wrong is in `miro_client.errors`;
what a host application may replace is in `miro_client.ports`.
"""
