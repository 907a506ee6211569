//! End to end tests: through the facade, against the emulator.
