"""The `koosloome` command."""
