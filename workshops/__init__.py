"""What the product does, one verb a module, joined from the specialists."""
