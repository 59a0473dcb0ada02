"""Names: the people, organisations and places of an article, and who a pronoun stands for."""
