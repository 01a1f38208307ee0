namespace MemoryViews;

/// <summary>
/// Every exception the library throws is made here, one method a throw site, in one file a room. A message says what was asked,
/// what the limit is and what would have worked; a test walks these methods and provokes each of them.
/// Hot methods call them as <c>throw Error.X(...)</c> on their cold path: building the message stays out of the caller's code.
/// </summary>
internal static partial class Error
{
}
