namespace RelateBot.Infrastructure.Imports;

/// <summary>The file cannot be read as a table at all.</summary>
public sealed class ImportFileException(string message) : Exception(message);
