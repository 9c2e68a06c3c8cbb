package dev.socketee.cdi.readme.handlers;

import jakarta.validation.constraints.NotBlank;

public record Order(@NotBlank String article) {}
