"""Fields: each kind of value of the form, from its printed lines."""
