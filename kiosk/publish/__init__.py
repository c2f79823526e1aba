"""The catalogue for those who are not at the terminal: linked data, paper and a site. Knows no Qt and no SQL."""
