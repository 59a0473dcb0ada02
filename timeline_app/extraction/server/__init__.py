"""A language model that a server on this computer runs, as Ollama and llama.cpp do.

It speaks the protocol of OpenAI's chat completions. What it answers is believed only where the
article has the same words, and no date is taken from it: only the words that tell the time.
"""
