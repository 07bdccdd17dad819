"""What Miro answers, as models that keep whatever they don't know."""
