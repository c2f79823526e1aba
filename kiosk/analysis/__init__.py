"""From counts to what may be said about them; knows neither where the counts came from nor any screen."""
