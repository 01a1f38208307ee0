namespace MemoryViews;

/// <summary>What is done to a row of items: the body of every bulk operation over one operand.</summary>
internal interface IRowKernel
{
    /// <summary>Handles a row; false stops the walk.</summary>
    /// <param name="a">The first item of the row.</param>
    /// <param name="strideA">Bytes from an item to the next; any sign.</param>
    /// <param name="count">Items in the row, 1 or more; beyond 2^31 where the memory is that long.</param>
    bool Row(scoped ref byte a, nint strideA, nint count);
}

/// <summary>What is done to a pair of rows: the body of every bulk operation over two operands.</summary>
internal interface IRowKernel2
{
    /// <summary>Handles a pair of rows; false stops the walk.</summary>
    /// <param name="a">The first item of the first operand's row.</param>
    /// <param name="strideA">Bytes from an item to the next, first operand; any sign.</param>
    /// <param name="b">The first item of the second operand's row.</param>
    /// <param name="strideB">Bytes from an item to the next, second operand; any sign.</param>
    /// <param name="count">Items in each row, 1 or more.</param>
    bool Row(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count);
}
