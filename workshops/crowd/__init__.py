"""A workshop of any size played by people who were made up, and what a right harvest must find."""
