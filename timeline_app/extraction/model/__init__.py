"""The language model: tags, trees and names of a text, from small networks trained for it.

Nothing here is imported before it is needed: spaCy takes a second to import.
"""
