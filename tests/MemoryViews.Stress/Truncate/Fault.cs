using System;

namespace MemoryViews.Stress.Truncate;

/// <summary>Something was seen that cannot be.</summary>
internal sealed class Fault(string message) : Exception(message);
