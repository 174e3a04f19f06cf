//! What is kept over restarts: settings, recent files, corrections. Written atomically.
