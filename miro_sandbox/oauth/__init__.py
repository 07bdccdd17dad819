"""OAuth: consent page, tokens and what a token stands for."""
