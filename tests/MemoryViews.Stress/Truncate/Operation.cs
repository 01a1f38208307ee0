using System;
using Chance = MemoryViews.Stress.Fuzz.Chance;

namespace MemoryViews.Stress.Truncate;

/// <summary>Something done to a file, which throws a <see cref="Fault"/> when it was given what cannot be.</summary>
internal sealed record Operation(string Name, Action<Subject, Chance> Do);
