namespace RelateBot.Infrastructure.Security;

/// <summary>A key that tokens and notes are sealed with, itself wrapped by the configured certificate or key file. It belongs to the installation as a whole.</summary>
public sealed class ProtectionKey
{
    public required Guid Id { get; init; }

    /// <summary>What Data Protection calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The key, as Data Protection writes it.</summary>
    public required string Xml { get; init; }
}
