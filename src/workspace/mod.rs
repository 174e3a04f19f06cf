//! The program's state and everything that can happen to it. No widgets, files or clocks.
