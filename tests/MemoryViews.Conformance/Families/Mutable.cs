namespace MemoryViews.Conformance;

/// <summary>An exporter whose content and length can change.</summary>
internal abstract class Mutable
{
    public abstract IBufferExporter Exporter { get; }

    public abstract byte[] Content { get; }

    public static Mutable Of(string name) => name switch
    {
        "bytearray" => new MutableBytes(),
        "array" => new MutableArray(),
        _ => throw new VectorException($"exporter \"{name}\" is not known"),
    };

    public abstract void Mutate(string name);
}
