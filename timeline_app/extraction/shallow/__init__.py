"""Events without a model: word lists, chunks and rules find who did what.

It stands in where the language model cannot be loaded. Made of plain Python, it is ready at once.
"""
