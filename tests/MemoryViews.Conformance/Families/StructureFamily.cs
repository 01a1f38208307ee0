namespace MemoryViews.Conformance;

/// <summary>Whether a layout stays inside its memory.</summary>
internal sealed class StructureFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict) => new()
    {
        ["valid"] = PythonView.IsValidStructure(
            vector.Input.NeedInteger("memlen"),
            vector.Input.NeedInteger("itemsize"),
            vector.Input.NeedIntegers("shape"),
            vector.Input.NeedIntegers("strides"),
            vector.Input.NeedInteger("offset")),
    };
}
