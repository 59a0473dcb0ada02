"""Recipes that train the language model from the corpora. They do not travel in the wheel."""
