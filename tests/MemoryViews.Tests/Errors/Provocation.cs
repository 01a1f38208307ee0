using System;

namespace MemoryViews.Tests.Errors;

/// <summary>One way to a throw site, and what its message must hold.</summary>
internal sealed record Provocation(string Site, Action Act, params string[] Facts);
