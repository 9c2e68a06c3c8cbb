package dev.socketee.cdi.readme.broadcasting;

public record Score(int home, int away) {}
