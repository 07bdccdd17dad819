"""Items: what each kind may say, how they are made, placed, changed and listed."""
