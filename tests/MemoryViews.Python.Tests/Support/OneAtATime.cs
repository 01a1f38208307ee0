using Xunit;

// Python's collector runs on one thread at a time: a test that collects must not meet another that does.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
