namespace MemoryViews;

/// <summary>A task over items that is told, once, what "the same" means for them; its loops are then compiled for that meaning.</summary>
internal interface ISameTask
{
    nint Run<TSame>(TSame same)
        where TSame : struct, ISame;
}
