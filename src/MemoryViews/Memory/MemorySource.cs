namespace MemoryViews;

/// <summary>Memory outside the managed heap and the one way to give it back. Only a block's finalizer calls <see cref="Free"/>.</summary>
internal abstract class MemorySource
{
    /// <summary>The first byte; 0 when there is none.</summary>
    public nint Address { get; protected init; }

    /// <summary>Bytes from the first on.</summary>
    public nint Length { get; protected init; }

    /// <summary>Writes what was changed back to where it came from, if it came from somewhere.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Gives the memory back. Nothing may touch it from then on.</summary>
    public abstract void Free();
}
