//! The program `duizhao`: hands its arguments to the command line.

fn main() {}
