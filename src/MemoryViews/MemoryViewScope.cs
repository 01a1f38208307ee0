namespace MemoryViews;

/// <summary>Layouts in memory that an operation has opened: the same bytes, wherever they are meanwhile.</summary>
internal static class MemoryViewScope
{
    extension(scoped in MemoryScope scope)
    {
        /// <summary>A layout of the memory, as it lies from <see cref="MemoryScope.Origin"/> on.</summary>
        public Layout Place(in Layout layout) => scope.Low == 0 ? layout : layout.At(layout.Offset - scope.Low);

        /// <summary>Says that items were written: where they are not touched in place, exactly their bytes go to the file now.</summary>
        /// <exception cref="ViewFileException">The file has been cut short, or does not take them.</exception>
        public void Commit(in Layout written)
        {
            if (!scope.IsPiece)
            {
                return;
            }

            foreach (ContiguousRun run in new ContiguousRuns(in written))
            {
                scope.WriteBack(run.Offset, run.Length);
            }
        }
    }
}
