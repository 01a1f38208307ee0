namespace MemoryViews;

/// <summary>Which axis varies fastest when items are laid out or read in a row.</summary>
public enum AxisOrder
{
    /// <summary>The last axis: C, row-major. Python's 'C'.</summary>
    C,

    /// <summary>The first axis: Fortran, column-major. Python's 'F'.</summary>
    F,

    /// <summary>Fortran order where the memory is F-contiguous, else C. Python's 'A'.</summary>
    Any,
}
