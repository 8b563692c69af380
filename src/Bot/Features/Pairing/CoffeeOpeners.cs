using System.Collections.Immutable;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>How a coffee may begin: the lines of coffee-openers.txt, which stands beside the program for anybody to change.</summary>
public sealed class CoffeeOpeners
{
    /// <summary>The file's name.</summary>
    public const string File = "coffee-openers.txt";

    /// <summary>All of them.</summary>
    public ImmutableArray<string> All { get; } = Read(System.IO.File.ReadLines(Path.Combine(AppContext.BaseDirectory, File)));

    /// <summary>Always the same one for a group.</summary>
    public string? For(Guid groupId) => All.IsEmpty ? null : All[(int)(BitConverter.ToUInt32(groupId.ToByteArray(), 12) % (uint)All.Length)];

    private static ImmutableArray<string> Read(IEnumerable<string> lines) => [.. lines.Select(line => line.Trim()).Where(line => line is [not '#', ..])];
}
