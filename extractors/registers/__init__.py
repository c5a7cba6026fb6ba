"""Registers: facts as data files, with the pure code that reads them."""
