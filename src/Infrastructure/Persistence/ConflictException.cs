namespace RelateBot.Infrastructure.Persistence;

/// <summary>Somebody else committed something in the meantime that this change rests on. Running the command again sees it.</summary>
public sealed class ConflictException(Exception inner) : Exception("The change met another one that was committed first.", inner);
