using System;

namespace MemoryViews.Command;

/// <summary>The reader of standard output has gone, as after <c>| head</c>: the command ends at once and says nothing.</summary>
internal sealed class ReaderGoneException : Exception;
