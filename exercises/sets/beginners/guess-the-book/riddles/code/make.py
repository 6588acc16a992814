# It has hands but cannot clap. What is it?
