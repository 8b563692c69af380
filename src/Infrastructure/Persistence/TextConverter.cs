using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>
/// PostgreSQL refuses NUL, and half a surrogate pair has no form in UTF-8. Either becomes a replacement character, in all three
/// databases, rather than the end of somebody's thanks.
/// </summary>
internal sealed class TextConverter() : ValueConverter<string, string>(text => Keepable(text), stored => stored)
{
    private static string Keepable(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\0')
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', '\uFFFD')));
}
