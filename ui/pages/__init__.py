"""Wire each page of the web app: components, their events, and what they show."""
