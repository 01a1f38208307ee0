namespace MemoryViews.Conformance;

/// <summary>Whether a layout is one run, and in which order.</summary>
internal sealed class ContiguityFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        Answer answer = [];
        answer.Try(() =>
        {
            Layout layout = Layout.Strided(vector.Input.NeedInteger("itemsize"), vector.Input.NeedIntegers("shape"), vector.Input.NeedIntegers("strides"));
            answer["c"] = layout.IsCContiguous;
            answer["f"] = layout.IsFContiguous;
            answer["contiguous"] = layout.IsContiguous;
            answer["nbytes"] = layout.ByteLength;
        });
        return answer;
    }
}
