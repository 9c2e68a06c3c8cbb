package dev.socketee.cdi.readme.handlers;

import jakarta.validation.constraints.NotBlank;

public record Customer(@NotBlank String name) {}
