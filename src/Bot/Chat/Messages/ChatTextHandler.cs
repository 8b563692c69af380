using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>Lets <see cref="ChatText.Of(ChatTextHandler)"/> take an interpolated string.</summary>
[InterpolatedStringHandler]
public readonly struct ChatTextHandler(int literalLength, int formattedCount)
{
    private readonly ImmutableArray<ChatSpan>.Builder spans = ImmutableArray.CreateBuilder<ChatSpan>(formattedCount
        + (literalLength > 0 ? formattedCount + 1 : 0));

    /// <summary>Appends the literal text between placeholders.</summary>
    public void AppendLiteral(string value) => spans.Add(new ChatSpan.Plain(value));

    /// <summary>Appends a mention.</summary>
    public void AppendFormatted(Person person) => spans.Add(new ChatSpan.PersonRef(person.Id, person.Name));

    /// <summary>Appends a department's name.</summary>
    public void AppendFormatted(Department department) => spans.Add(new ChatSpan.DepartmentRef(department.Id, department.Name));

    /// <summary>Appends a run of text.</summary>
    public void AppendFormatted(ChatSpan span) => spans.Add(span);

    /// <summary>Appends formatted text.</summary>
    public void AppendFormatted(ChatText text) => spans.AddRange(text.Spans);

    /// <summary>Appends plain text, without interpreting it.</summary>
    public void AppendFormatted(string text) => spans.Add(new ChatSpan.Plain(text));

    /// <summary>Appends a number with thousands separators.</summary>
    public void AppendFormatted(int number) => spans.Add(new ChatSpan.Plain(number.ToString("N0", CultureInfo.InvariantCulture)));

    internal ChatText ToText() => new(spans.ToImmutable());
}
