using System;

namespace MemoryViews.Stress.Fuzz;

/// <summary>The library and the model disagree.</summary>
internal sealed class FuzzFailure(string message, Exception? cause = null) : Exception(message, cause);
