"""The form of a brief: made from a method's parameters, read back, carried in an address."""
