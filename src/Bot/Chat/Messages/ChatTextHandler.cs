using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>Lets <see cref="ChatText.Of(ChatTextHandler)"/> take an interpolated string.</summary>
[InterpolatedStringHandler]
public readonly struct ChatTextHandler(int literalLength, int formattedCount)
{
    private readonly ImmutableArray<ChatSpan>.Builder spans = ImmutableArray.CreateBuilder<ChatSpan>(formattedCount
        + (literalLength > 0 ? formattedCount + 1 : 0));

    // A literal may arrive in several pieces, and a command in it must not be split.
    private readonly StringBuilder literal = new(literalLength);

    /// <summary>Appends the literal text between placeholders.</summary>
    public void AppendLiteral(string value) => literal.Append(value);

    /// <summary>Appends a mention.</summary>
    public void AppendFormatted(Person person) => Add(new ChatSpan.PersonRef(person.Id, person.Name));

    /// <summary>Appends a department's name.</summary>
    public void AppendFormatted(Department department) => Add(new ChatSpan.DepartmentRef(department.Id, department.Name));

    /// <summary>Appends a run of text.</summary>
    public void AppendFormatted(ChatSpan span) => Add(span);

    /// <summary>Appends formatted text.</summary>
    public void AppendFormatted(ChatText text)
    {
        EndLiteral();
        spans.AddRange(text.Spans);
    }

    /// <summary>Appends plain text, without interpreting it.</summary>
    public void AppendFormatted(string text) => Add(new ChatSpan.Plain(text));

    /// <summary>Appends a number with thousands separators.</summary>
    public void AppendFormatted(int number) => Add(new ChatSpan.Plain(number.ToString("N0", CultureInfo.InvariantCulture)));

    internal ChatText ToText()
    {
        EndLiteral();
        return new ChatText(spans.ToImmutable());
    }

    private void Add(ChatSpan span)
    {
        EndLiteral();
        spans.Add(span);
    }

    private void EndLiteral()
    {
        if (literal.Length > 0)
        {
            spans.AddRange(CommandsInText.Read(literal.ToString()));
            literal.Clear();
        }
    }
}
