"""Views: one frozen value per output page, holding all that its template shows."""
