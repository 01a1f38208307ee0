using System;

namespace MemoryViews.Conformance;

/// <summary>A vector file, or a case in it, that is not written as it should be.</summary>
internal sealed class VectorException(string message) : Exception(message);
