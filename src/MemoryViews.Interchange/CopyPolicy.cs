namespace MemoryViews.Interchange;

/// <summary>What to do with memory that cannot be handed over as it lies. Python: the <c>copy</c> argument of <c>from_dlpack</c>.</summary>
public enum CopyPolicy
{
    /// <summary>Refuse, naming what is in the way. The one policy that never costs more than a few hundred bytes. Python: <c>copy=False</c>.</summary>
    Never,

    /// <summary>Copy only what the other side has no words for: distances, byte orders, bits. Python: <c>copy=None</c>.</summary>
    IfNeeded,

    /// <summary>Always hand over a copy of its own. Python: <c>copy=True</c>.</summary>
    Always,
}
