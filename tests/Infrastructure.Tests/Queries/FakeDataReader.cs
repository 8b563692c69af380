using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>
/// The answer to anything: one row of plausible values, or none. Every id is the same, so that rows fit together. What is counted,
/// summed or only asked whether it exists always has its one row.
/// </summary>
internal sealed partial class FakeDataReader(string sql, bool hasRow) : DbDataReader
{
    private readonly bool isAggregate = Aggregate().IsMatch(sql);
    private readonly (string Alias, string Name)[] tables = [.. Table()
        .Matches(sql)
        .Select(match => (match.Groups["alias"].Value, match.Groups["table"].Value))];
    private readonly (string Alias, string Name)[] columns = [.. Column()
        .Matches(sql[..Math.Max(sql.IndexOf("FROM", StringComparison.Ordinal), 0)])
        .Select(match => (match.Groups["alias"].Value, match.Groups["column"].Value))];
    private bool isRead;

    public override int Depth => 0;

    public override int FieldCount => 40;

    public override bool HasRows => hasRow || isAggregate;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        var row = !isRead && HasRows;
        isRead = true;
        return row;
    }

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => isAggregate && !hasRow;

    public override bool GetBoolean(int ordinal) => hasRow;

    public override int GetInt32(int ordinal) => hasRow ? 1 : 0;

    public override long GetInt64(int ordinal) => hasRow ? 1 : 0;

    public override short GetInt16(int ordinal) => (short)(hasRow ? 1 : 0);

    public override byte GetByte(int ordinal) => (byte)(hasRow ? 1 : 0);

    public override decimal GetDecimal(int ordinal) => hasRow ? 1 : 0;

    public override double GetDouble(int ordinal) => hasRow ? 1 : 0;

    public override float GetFloat(int ordinal) => hasRow ? 1 : 0;

    public override Guid GetGuid(int ordinal) => Example.Id;

    /// <summary>The alias may be a subquery's, so any table with such a column will do in the end.</summary>
    public override string GetString(int ordinal) => ordinal >= columns.Length ? Example.AnyText : Example.Text(
        tables.OrderByDescending(table => table.Alias == columns[ordinal].Alias).Select(table => table.Name), columns[ordinal].Name);

    public override DateTime GetDateTime(int ordinal) => Example.Time.UtcDateTime;

    public override T GetFieldValue<T>(int ordinal) => typeof(T) switch
    {
        var type when type == typeof(DateOnly) => (T)(object)DateOnly.FromDateTime(Example.Time.UtcDateTime),
        var type when type == typeof(DateTime) => (T)(object)Example.Time.UtcDateTime,
        var type when type == typeof(Guid) => (T)(object)Example.Id,
        var type when type == typeof(string) => (T)(object)GetString(ordinal),
        var type => (T)Convert.ChangeType(hasRow ? 1 : 0, type, CultureInfo.InvariantCulture),
    };

    public override string GetName(int ordinal) => ordinal < columns.Length ? columns[ordinal].Name : "";

    public override int GetOrdinal(string name) => Math.Max(Array.FindIndex(columns, column => column.Name == name), 0);

    public override object GetValue(int ordinal) => GetString(ordinal);

    public override int GetValues(object[] values) => 0;

    public override string GetDataTypeName(int ordinal) => "";

    public override Type GetFieldType(int ordinal) => typeof(string);

    public override char GetChar(int ordinal) => 'x';

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override IEnumerator GetEnumerator() => Array.Empty<object>().GetEnumerator();

    [GeneratedRegex(
        @"^\s*SELECT\s+(CASE|EXISTS|NOT|COUNT|COALESCE|MAX|MIN|SUM|AVG)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aggregate();

    /// <summary>A selected column and the alias of its table: <c>[p].[Kind]</c> or <c>p."Kind"</c>.</summary>
    [GeneratedRegex("""\[?(?<alias>\w+)\]?\.["\[](?<column>\w+)["\]]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Column();

    /// <summary>A table and its alias: <c>FROM [people] AS [p]</c> or <c>JOIN people AS p</c>.</summary>
    [GeneratedRegex(
        """(FROM|JOIN) \[?(?<table>\w+)\]? AS \[?(?<alias>\w+)\]?""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();
}
