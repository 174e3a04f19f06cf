//! The command line: extract, plot, explain, and opening the window.
