using System;

namespace MemoryViews.Architecture.Tests.Fixtures.MiniHouse;

[AttributeUsage(AttributeTargets.All)]
internal sealed class TagAttribute(Type type) : Attribute
{
    public Type Type => type;
}

internal static class MiniError
{
    public static Exception Fault() => new InvalidOperationException();
}
