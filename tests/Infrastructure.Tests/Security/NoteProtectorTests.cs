using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RelateBot.Domain.Focus;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Infrastructure.Tests.Security;

public sealed class NoteProtectorTests
{
    private static readonly Guid row = new(1, 0, 0, new byte[8]);

    private readonly EphemeralDataProtectionProvider keys = new();

    [Theory]
    [InlineData("ask about the garden")]
    [InlineData("für Zoë, 感謝, 👩‍💻")]
    [InlineData("\n two lines \n")]
    public void A_note_opens_as_it_was_written_and_does_not_show_what_it_says(string note)
    {
        var noteProtector = new NoteProtector(keys);

        var kept = noteProtector.Protect(row, note);

        Assert.DoesNotContain(note.Trim(), kept, StringComparison.Ordinal);
        Assert.NotEqual(kept, noteProtector.Protect(row, note));
        Assert.Equal(note, noteProtector.TryUnprotect(row, kept));
    }

    [Fact]
    public void It_opens_in_no_other_row_with_no_other_key_and_not_when_somebody_changed_it()
    {
        var kept = new NoteProtector(keys).Protect(row, "ask about the garden");

        Assert.Null(new NoteProtector(keys).TryUnprotect(new Guid(2, 0, 0, new byte[8]), kept));
        Assert.Null(new NoteProtector(new EphemeralDataProtectionProvider()).TryUnprotect(row, kept));
        Assert.Null(new NoteProtector(keys).TryUnprotect(row, $"{kept[..^4]}AAAA"));
        Assert.Null(new NoteProtector(keys).TryUnprotect(row, "not sealed at all"));
    }

    [Fact]
    public void The_key_of_tokens_opens_no_note_and_the_key_of_notes_no_token()
    {
        Assert.Throws<CryptographicException>(() => new TokenProtector(keys).Unprotect(row, new NoteProtector(keys).Protect(row, "note")));
        Assert.Null(new NoteProtector(keys).TryUnprotect(row, new TokenProtector(keys).Protect(row, "token")));
    }

    [Fact]
    public void Half_a_character_does_not_stop_anybody() =>
        Assert.Equal("a�b", new NoteProtector(keys).TryUnprotect(row, new NoteProtector(keys).Protect(row, "a\uD83Db")));

    [Theory]
    [InlineData("x")]
    [InlineData("感")]
    [InlineData("😀")]
    public void The_longest_note_fits_its_column(string letter)
    {
        var note = string.Concat(Enumerable.Repeat(letter, FocusPerson.LongestNote / letter.Length));

        Assert.InRange(new NoteProtector(keys).Protect(row, note).Length, 1, (FocusPerson.LongestNote * 4) + 400);
    }
}
