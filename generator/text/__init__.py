"""Text as it stands: its visible words, paragraphs, sentences and page furniture."""
