"""An article's own date where no metadata gives it: stated in the text, or deduced from what the text knows."""
